using System.Security.Cryptography;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Feedback;

/// <summary>Where the journal and the key of a site are.</summary>
internal static class FeedbackPlace
{
    private const string MadeUpKey = "key";

    internal static string Folder(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return Path.GetFullPath(configured);
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(local.Length > 0 ? local : Path.GetTempPath(), nameof(NetCdsHooks), "feedback");
    }

    /// <summary>As it is configured, or one made up for the folder, which the validator lets pass in Development only.</summary>
    internal static FeedbackKey Key(ServiceOptions options)
    {
        var feedback = options.Feedback;
        var text = !string.IsNullOrWhiteSpace(feedback.Key) ? feedback.Key
            : !string.IsNullOrWhiteSpace(feedback.KeyFile) ? File.ReadAllText(feedback.KeyFile)
            : KeptOrMadeUp(Folder(feedback.Folder));
        return FeedbackKey.Parse(text) ?? throw new InvalidDataException($"The key of the feedback is not {FeedbackKey.Accepted}.");
    }

    private static string KeptOrMadeUp(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, MadeUpKey);
        if (!File.Exists(path))
        {
            var draft = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllText(draft, Convert.ToBase64String(RandomNumberGenerator.GetBytes(FeedbackKey.MinBytes)));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            MoveUnlessThere(draft, path);
        }

        return File.ReadAllText(path);
    }

    /// <summary>Another process may have been quicker; then its key is the one.</summary>
    private static void MoveUnlessThere(string draft, string path)
    {
        try
        {
            File.Move(draft, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
