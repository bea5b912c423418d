using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace NetCdsHooks.Sandbox.Page;

/// <summary>
/// The page as one HTML text with its style and script inside; the policy allows exactly these two, by hash.
/// Every value that is filled in is encoded for HTML.
/// </summary>
internal sealed partial class PageTemplate
{
    private readonly string _frame;
    private readonly string _card;
    private readonly string _call;

    private PageTemplate(string html, string css, string script)
    {
        var parts = html.Split("<!-- card -->");
        var card = parts[1].Split("<!-- call -->");
        _card = card[0] + "{{calls}}" + card[2];
        _call = card[1];
        _frame = (parts[0] + "{{cards}}" + parts[2]).Replace("{{css}}", css).Replace("{{script}}", script);
        ContentSecurityPolicy =
            $"default-src 'none'; style-src {Hash(css)}; script-src {Hash(script)}; img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    public string ContentSecurityPolicy { get; }

    public static PageTemplate Load() => new(Text("Page.html"), Text("Page.css"), Text("Page.js"));

    public string Fill(string origin, string asOf, string writtenFor, IEnumerable<PatientCard> patients)
    {
        var cards = patients.Select(FillCard).ToImmutableArray();
        return Put(_frame, name => name switch
        {
            "cards" => string.Concat(cards),
            "count" => $"{cards.Length}",
            "origin" => Encode(origin),
            "asOf" => Encode(asOf),
            "writtenFor" => Encode(writtenFor),
            _ => throw new InvalidOperationException($"Page.html: '{name}' is no placeholder of the page."),
        });
    }

    private string FillCard(PatientCard patient) => Put(_card, name => name switch
    {
        "id" => Encode(patient.Id),
        "name" => Encode(patient.Name),
        "about" => Encode(patient.About),
        "line" => Encode(patient.Story.Line),
        "story" => string.Concat(patient.Story.Paragraphs.Select(paragraph => $"<p>{Encode(paragraph)}</p>")),
        "address" => Encode(patient.Address),
        "calls" => string.Concat(patient.Commands.Select(command => FillCall(patient, command))),
        _ => throw new InvalidOperationException($"Page.html: '{name}' is no placeholder of a card."),
    });

    private string FillCall(PatientCard patient, CallCommand command) => Put(_call, name => name switch
    {
        "name" => Encode(patient.Name),
        "moment" => Encode(command.Moment),
        "command" => Encode(command.Text),
        _ => throw new InvalidOperationException($"Page.html: '{name}' is no placeholder of a call."),
    });

    private static string Put(string template, Func<string, string> valueOf) => Placeholder().Replace(template, match => valueOf(match.Groups[1].Value));

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(PageTemplate).Assembly.GetManifestResourceStream($"page/{name}")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\{\{([A-Za-z]+)\}\}")]
    private static partial Regex Placeholder();
}
