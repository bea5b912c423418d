using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Record;
using NetCdsHooks.Clinical.Terminology;

namespace NetCdsHooks.Clinical.Picture;

/// <summary>
/// Finds the codes of markers, of Ki-67 and of somatostatin-receptor imaging that only their wording tells. What they stand on
/// is read as free text, so a site gains by adding them to the concept.
/// </summary>
internal sealed class LocalCodes(Chart chart)
{
    private const string ReceptorImaging = "sstr-imaging";

    private static readonly ImmutableArray<string> Results = [.. NeedInfo.Of(DataNeed.Markers).Concepts, "nt-pro-bnp", "ki67", "sstr-result"];

    private readonly HashSet<UnmappedCode> _seen = [];
    private readonly ImmutableArray<UnmappedCode>.Builder _found = ImmutableArray.CreateBuilder<UnmappedCode>();

    internal ImmutableArray<UnmappedCode> Find()
    {
        FindResults();
        FindImages();
        return _found.DrainToImmutable();
    }

    private void FindResults()
    {
        var concepts = Results.Select(chart.Concept).ToArray();
        var all = concepts.Aggregate(default(ConceptSet), (set, concept) => set.With(concept.Index));
        foreach (var observation in chart.Record.All<Observation>())
        {
            Judge(observation.Code);
            foreach (var component in observation.Component)
                Judge(component.Code);
        }

        void Judge(CodeableConcept? code)
        {
            if (code is null)
                return;
            var matches = chart.Matches(code);
            if (!matches.ByText.Means.Overlaps(all) || matches.ByCode.Means.Overlaps(all))
                return;
            if (Array.Find(concepts, concept => matches.Of(concept) == ConceptMatch.ByText) is { } concept)
                Add(code, concept.Id);
        }
    }

    private void FindImages()
    {
        var record = chart.Record;
        foreach (var study in record.All<ImagingStudy>())
            foreach (var code in study.ProcedureCode)
                Judge(code, () => ImageSource.Of(study, chart));
        foreach (var report in record.All<DiagnosticReport>())
            Judge(report.Code, () => ImageSource.Of(report, null, null, chart));
        foreach (var procedure in record.All<Procedure>())
            Judge(procedure.Code, () => ImageSource.Of(procedure, chart));
        foreach (var order in record.All<ServiceRequest>())
            Judge(order.Code, () => ImageSource.Of(order, chart));

        // What stands elsewhere in the resource, such as another tracer in the description, may speak against it.
        void Judge(CodeableConcept? code, Func<ImageSource> image)
        {
            if (chart.Match(ReceptorImaging, code) == ConceptMatch.ByText && !chart.KnowsCodeOf(code!) && new ImageKinds(chart).Sstr(image()) is not null)
                Add(code!, ReceptorImaging);
        }
    }

    private void Add(CodeableConcept code, string conceptId)
    {
        foreach (var coding in code.Coding)
            if (coding.Code is { Length: > 0 } value && !chart.Knows(coding))
            {
                var unmapped = new UnmappedCode(coding.System, value, conceptId);
                if (_seen.Add(unmapped))
                    _found.Add(unmapped);
            }
    }
}
