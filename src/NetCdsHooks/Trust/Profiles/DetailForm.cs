namespace NetCdsHooks.Trust.Profiles;

internal enum DetailForm
{
    Markdown,
    PlainText,
}
