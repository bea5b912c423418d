using Spectre.Console;

namespace NetCdsHooks.Commands;

/// <summary>Tables on a screen, or wide and plain in a file.</summary>
internal static class Consoles
{
    private const int WidthInFiles = 160;

    internal static IAnsiConsole For(TextWriter output)
    {
        var isScreen = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isScreen ? AnsiSupport.Detect : AnsiSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        if (!isScreen)
            console.Profile.Width = WidthInFiles;
        return console;
    }
}
