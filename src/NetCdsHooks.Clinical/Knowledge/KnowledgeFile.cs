namespace NetCdsHooks.Clinical.Knowledge;

/// <summary>A file of the knowledge folder, read by whoever may touch the disk.</summary>
/// <param name="Path">Relative to the folder, with forward slashes, such as <c>workup/ki67-missing.card.json</c>.</param>
/// <param name="Content">UTF-8 JSON.</param>
public sealed record KnowledgeFile(string Path, ReadOnlyMemory<byte> Content);
