using System.Collections.Immutable;
using NetCdsHooks.Clinical.Fhir;
using NetCdsHooks.Clinical.Logic;

namespace NetCdsHooks.Clinical.Record;

/// <summary>
/// Everything that is known about one patient at one moment: the resources, without those of anybody else and without repeats,
/// and for each need whether it was answered completely.
/// </summary>
public sealed class PatientRecord
{
    private readonly ImmutableArray<Resource> _resources;
    private readonly Dictionary<Type, object> _byType = [];
    private readonly NeedGap?[] _gaps = new NeedGap?[NeedInfo.All.Length];
    private readonly ImmutableArray<(DataNeed Need, UnreadableResource Resource)> _unreadable;

    /// <summary>A need without an answer counts as <see cref="NeedGap.NotSupplied"/>, an answer without the patient as no readable one.</summary>
    /// <param name="patientId">Plain id.</param>
    /// <param name="answers">What came for each need.</param>
    /// <param name="call">What the call itself tells; by default a chart that is opened.</param>
    public PatientRecord(string patientId, IEnumerable<NeedAnswer> answers, CallContext? call = null)
    {
        PatientId = patientId;
        Hook = (call ?? CallContext.PatientView).Hook;
        Drafts = [.. (call ?? CallContext.PatientView).Drafts.Where(draft => !IsForbidden(draft.Resource)).Select(OwnOrUnread)];
        Array.Fill(_gaps, NeedGap.NotSupplied);
        _gaps[(int)DataNeed.DraftOrders] = Drafts.Select(draft => draft.Gap).FirstOrDefault(gap => gap is not null);
        var resources = new Dictionary<(string Type, string Id), Resource>();
        var nameless = ImmutableArray.CreateBuilder<Resource>();
        var unreadable = ImmutableArray.CreateBuilder<(DataNeed, UnreadableResource)>();
        foreach (var answer in answers)
        {
            _gaps[(int)answer.Need] = answer.Gap;
            foreach (var resource in answer.Resources)
                if (!IsAboutPatient(resource))
                    ForeignResources++;
                else if (IsForbidden(resource))
                    continue;
                else if (resource is UnreadableResource spoilt)
                    unreadable.Add((answer.Need, spoilt));
                else if (resource.Id is { } id)
                    Keep(resources, (resource.TypeName, id), resource);
                else
                    nameless.Add(resource);
        }

        foreach (var _ in resources.Values.OfType<Observation>().Where(observation => observation.HasNoValue))
            Tolerances.Use(Tolerance.ValueAbsent);
        if (GapOf(DataNeed.Patient) is null && !resources.Values.OfType<Patient>().Any())
            _gaps[(int)DataNeed.Patient] = NeedGap.Unreadable;
        _unreadable = unreadable.DrainToImmutable();
        _resources = [.. resources.Values, .. nameless, .. call?.Companions ?? []];
    }

    public string PatientId { get; }

    public Hook Hook { get; }

    /// <summary>The orders of the call, in its order.</summary>
    public ImmutableArray<DraftOrder> Drafts { get; }

    /// <summary>How many resources were refused because they are about another patient.</summary>
    public int ForeignResources { get; private set; }

    /// <summary>Every resource of a type; sorted out once, however often it is asked for.</summary>
    public ImmutableArray<T> All<T>()
        where T : Resource
    {
        if (!_byType.TryGetValue(typeof(T), out var found))
            _byType[typeof(T)] = found = _resources.OfType<T>().ToImmutableArray();
        return (ImmutableArray<T>)found;
    }

    /// <summary>Null when the need was answered completely.</summary>
    public NeedGap? GapOf(DataNeed need) => _gaps[(int)need];

    /// <summary>The resources that came for a need and could not be read.</summary>
    public IEnumerable<UnreadableResource> UnreadableOf(DataNeed need) =>
        _unreadable.Where(item => item.Need == need).Select(item => item.Resource);

    /// <summary>The same resource may come twice, on two pages or for two needs; the one updated last counts.</summary>
    private static void Keep(Dictionary<(string Type, string Id), Resource> resources, (string Type, string Id) key, Resource resource)
    {
        var isNew = !resources.TryGetValue(key, out var other);
        if (!isNew)
            Tolerances.Use(Tolerance.Duplicate);
        if (isNew
            || string.CompareOrdinal(resource.Meta?.LastUpdated, other!.Meta?.LastUpdated) > 0)
            resources[key] = resource;
    }

    /// <summary>An order for somebody else is not read, and was not checked.</summary>
    private DraftOrder OwnOrUnread(DraftOrder draft)
    {
        if (IsAboutPatient(draft.Resource))
            return draft;
        ForeignResources++;
        return new(new UnreadableResource(draft.Resource.TypeName, "it is about another patient") { Id = draft.Resource.Id }, draft.IsJudged);
    }

    /// <summary>An order not to do something is none of the orders, and proves nothing that was done.</summary>
    private static bool IsForbidden(Resource resource) => resource is IMayForbid { DoNotPerform: true };

    private bool IsAboutPatient(Resource resource)
    {
        if (resource is Patient ? resource.Id == PatientId : resource.Subjects.IsEmpty || resource.Subjects.Any(IsPatient))
            return true;
        Tolerances.Use(Tolerance.OtherPatient);
        return false;
    }

    private bool IsPatient(Reference subject)
    {
        if (subject.Target is null || subject.Target.AsSpan() is ['P', 'a', 't', 'i', 'e', 'n', 't', '/', .. var plain] && plain.SequenceEqual(PatientId))
            return true;
        if (subject.Target != $"urn:uuid:{PatientId}" && subject.IdOf("Patient") != PatientId)
            return false;
        Tolerances.Use(subject.Target.Contains("://", StringComparison.Ordinal) ? Tolerance.AbsoluteReference : Tolerance.OtherReference);
        return true;
    }
}
