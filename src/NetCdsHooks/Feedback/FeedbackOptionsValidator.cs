using Microsoft.Extensions.Options;
using NetCdsHooks.Hosting;

namespace NetCdsHooks.Feedback;

/// <summary>Finds out at the start whether feedback can be kept: a folder to write to and a key.</summary>
internal sealed class FeedbackOptionsValidator(IHostEnvironment environment) : IValidateOptions<ServiceOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceOptions options)
    {
        var faults = KeyFaults(options.Feedback).Concat(FolderFaults(options.Feedback)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> KeyFaults(FeedbackOptions options)
    {
        var key = Given(options.Key);
        var file = Given(options.KeyFile);
        if (key is not null && file is not null)
            yield return $"{Path(nameof(options.Key))}: found a key beside {nameof(options.KeyFile)}; accepted: one of the two";
        else if (key is not null && FeedbackKey.Parse(key) is null)
            yield return $"{Path(nameof(options.Key))}: found another text; accepted: {FeedbackKey.Accepted}";
        else if (file is not null && FaultOfFile(file) is { } found)
            yield return $"{Path(nameof(options.KeyFile))}: found {found}; accepted: a file with {FeedbackKey.Accepted}";
        else if (key is null && file is null && !environment.IsDevelopment())
            yield return $"{Path(nameof(options.Key))}: found nothing; accepted in {environment.EnvironmentName}: {FeedbackKey.Accepted}, " +
                $"or {nameof(options.KeyFile)}, a file with it; the same for all instances";
    }

    private static string? FaultOfFile(string path)
    {
        try
        {
            return FeedbackKey.Parse(File.ReadAllText(path)) is null ? $"another text in \"{path}\"" : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"\"{path}\", which cannot be read";
        }
    }

    private IEnumerable<string> FolderFaults(FeedbackOptions options)
    {
        if (Given(options.Folder) is null && !environment.IsDevelopment())
        {
            yield return $"{Path(nameof(options.Folder))}: found nothing; accepted in {environment.EnvironmentName}: a folder that outlives the process";
            yield break;
        }

        var folder = FeedbackPlace.Folder(options.Folder);
        if (!CanWriteTo(folder))
            yield return $"{Path(nameof(options.Folder))}: found \"{folder}\", which cannot be written to; accepted: a folder that can";
    }

    private static bool CanWriteTo(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = System.IO.Path.Combine(folder, System.IO.Path.GetRandomFileName());
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Path(string property) => $"{ServiceOptions.Section}:{nameof(ServiceOptions.Feedback)}:{property}";
}
