using System.Security.Cryptography;
using System.Text;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Feedback;

/// <summary>Where the journal and the key of a site are.</summary>
internal static class FeedbackPlace
{
    private const string MadeUpKey = "key";
    private const int LongestWait = 250;

    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

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
        using var file = OpenAlone(Path.Combine(folder, MadeUpKey));
        if (file.Length == 0)
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(FeedbackKey.MinBytes))));
            file.Flush(flushToDisk: true);
            file.Position = 0;
        }

        using var reader = new StreamReader(file, Encoding.ASCII);
        return reader.ReadToEnd();
    }

    /// <summary>Of several processes that begin at once one makes the key up and the others wait for it.</summary>
    private static FileStream OpenAlone(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        for (var turn = 0; ; turn++)
        {
            try
            {
                return new(path, options);
            }
            catch (IOException) when (turn < LongestWait)
            {
                Thread.Sleep(Turn);
            }
        }
    }
}
