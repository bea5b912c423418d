using System.Collections.Immutable;
using System.Text.Json;

namespace NetCdsHooks.Clinical.Knowledge;

/// <summary>
/// One place in a knowledge file, read strictly: what is unknown, repeated, null or of the wrong kind becomes a problem
/// with its file and path, and reading goes on.
/// </summary>
public readonly record struct JsonNodeReader(string File, string Path, JsonElement Value, ProblemList Problems)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    public string Found => Value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        JsonValueKind.Undefined => "nothing",
        _ => Shorten(Value.GetRawText()),
    };

    /// <summary>Null, with a problem, when the file is no JSON.</summary>
    public static JsonNodeReader? Open(KnowledgeFile file, ProblemList problems)
    {
        try
        {
            return new(file.Path, "$", JsonDocument.Parse(WithoutMark(file.Content), Strict).RootElement, problems);
        }
        catch (JsonException exception)
        {
            var what = exception.Message.AsSpan();
            if (what.IndexOf(" LineNumber:") is > 0 and var end)
                what = what[..end];
            problems.Add(
                file.Path, $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}", $"text that is no JSON: {what}",
                "strict JSON without comments or trailing commas; look at the end of the line before, too");
            return null;
        }
    }

    /// <summary>Some editors put a byte order mark in front of UTF-8.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> content) => content.Span is [0xEF, 0xBB, 0xBF, ..] ? content[3..] : content;

    public void Reject(string accepted, string? found = null) => Problems.Add(File, Path, found ?? Found, accepted);

    /// <summary>The place of a member, to tell a problem of it; where there is none, the place where it would stand.</summary>
    public JsonNodeReader Member(string name) =>
        new(File, $"{Path}.{name}", Value.TryGetProperty(name, out var value) ? value : default, Problems);

    /// <summary>The members of an object by name; unknown, repeated and null ones are problems and left out.</summary>
    public JsonObjectReader? Object(params ReadOnlySpan<string> known)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            Reject("an object");
            return null;
        }

        var members = new Dictionary<string, JsonNodeReader>();
        var accepted = known.ToArray();
        foreach (var member in Members())
            if (accepted.Contains(member.Key))
                members[member.Key] = member.Value;
            else
                member.Value.Reject($"one of {string.Join(", ", accepted)}", $"unknown member \"{member.Key}\"");
        return new(this, members);
    }

    /// <summary>The members of an object whose names are data; repeated and null ones are problems and left out.</summary>
    public IEnumerable<KeyValuePair<string, JsonNodeReader>> Members()
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            Reject("an object");
            yield break;
        }

        var seen = new HashSet<string>();
        foreach (var property in Value.EnumerateObject())
        {
            var member = new JsonNodeReader(File, $"{Path}.{property.Name}", property.Value, Problems);
            if (!seen.Add(property.Name))
                member.Reject("each member once", $"\"{property.Name}\" a second time");
            else if (property.Value.ValueKind == JsonValueKind.Null)
                member.Reject("a value; leave the member out when there is none");
            else
                yield return new(property.Name, member);
        }
    }

    public ImmutableArray<JsonNodeReader> Items()
    {
        if (Value.ValueKind != JsonValueKind.Array)
        {
            Reject("a list");
            return [];
        }

        var (file, path, problems) = (File, Path, Problems);
        return [.. Value.EnumerateArray().Select((item, index) => new JsonNodeReader(file, $"{path}[{index}]", item, problems))];
    }

    /// <summary>Null, with a problem, unless it is a string with something in it.</summary>
    public string? Text()
    {
        if (Value.ValueKind == JsonValueKind.String && Value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
            return text;
        Reject("a text");
        return null;
    }

    public decimal? Number()
    {
        if (Value.ValueKind == JsonValueKind.Number && Value.TryGetDecimal(out var number))
            return number;
        Reject("a number");
        return null;
    }

    public bool? Flag()
    {
        if (Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return Value.GetBoolean();
        Reject("true or false");
        return null;
    }

    public DateOnly? Day()
    {
        if (Value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(Value.GetString(), "yyyy-MM-dd", out var day))
            return day;
        Reject("a date such as 2026-11-21");
        return null;
    }

    /// <summary>One of the words, as its value; null, with a problem, for any other.</summary>
    public T? OneOf<T>(IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Value.ValueKind == JsonValueKind.String && words.TryGetValue(Value.GetString()!, out var value))
            return value;
        Reject($"one of {string.Join(", ", words.Keys)}");
        return null;
    }

    private static string Shorten(string text) => text.Length <= 80 ? text : $"{text.AsSpan(0, 77)}...";
}

/// <summary>The members of one object.</summary>
public readonly record struct JsonObjectReader(JsonNodeReader Node, IReadOnlyDictionary<string, JsonNodeReader> Members)
{
    public JsonNodeReader? Optional(string name) => Members.TryGetValue(name, out var member) ? member : null;

    public bool Has(string name) => Members.ContainsKey(name);

    /// <summary>Null, with a problem, when it is missing.</summary>
    public JsonNodeReader? Required(string name)
    {
        if (Members.TryGetValue(name, out var member))
            return member;
        if (!Node.Value.TryGetProperty(name, out _))
            Node.Reject($"the member \"{name}\"", $"no \"{name}\"");
        return null;
    }
}
