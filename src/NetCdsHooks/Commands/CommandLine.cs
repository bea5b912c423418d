using System.CommandLine;

namespace NetCdsHooks.Commands;

/// <summary>The verbs of the program. Without one it serves.</summary>
internal static class CommandLine
{
    private const string ServeVerb = "serve";

    private static readonly string[] HostOptions = ["urls", "http_ports", "https_ports", "environment", "contentRoot", "help", "version"];

    /// <param name="arguments">Of the process.</param>
    /// <param name="serve">Runs the service with the arguments that belong to the host, such as <c>--urls</c>.</param>
    internal static Task<int> RunAsync(string[] arguments, Func<string[], Task<int>> serve) =>
        RunAsync(arguments, serve, Console.Out, Console.Error);

    internal static Task<int> RunAsync(string[] arguments, Func<string[], Task<int>> serve, TextWriter output, TextWriter error)
    {
        var parsed = Verbs(arguments, serve).Parse(arguments);
        if (Unknown(parsed, arguments) is { } unknown)
        {
            error.WriteLine($"There is no option '{unknown}' here; see {parsed.CommandResult.Command.Name} --help.");
            return Task.FromResult(1);
        }

        return parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    /// <summary>What no verb takes, and no host: a setting has a colon in its name. What has its value behind an equals sign is left to the host.</summary>
    private static string? Unknown(ParseResult parsed, string[] arguments) =>
        parsed.CommandResult.Command is not RootCommand and { Name: not ServeVerb }
            ? parsed.UnmatchedTokens.FirstOrDefault()
            : arguments.FirstOrDefault(argument => argument is ['-', '-', .. var name]
                && name.AsSpan().IndexOfAny(':', '=') < 0 && !HostOptions.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static RootCommand Verbs(string[] arguments, Func<string[], Task<int>> serve)
    {
        var root = new RootCommand("CDS Hooks advice for patients with a neuroendocrine tumour. Without a verb it serves.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.SetAction(parsed => ServeUnlessMistyped(parsed, arguments, serve));
        root.Add(Serve(arguments, serve));
        root.Add(CheckCommand.Create());
        root.Add(ExplainCommand.Create());
        root.Add(SchemaCommand.Create());
        root.Add(FeedbackCommand.Create());
        root.Add(CallCommand.Create());
        return root;
    }

    private static Command Serve(string[] arguments, Func<string[], Task<int>> serve)
    {
        var command = new Command(ServeVerb, "Answers CDS Hooks calls. Settings may follow, such as --urls or --NetCdsHooks:AsOf=2026-11-21.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(parsed => serve([.. arguments.Where((argument, index) => index > 0 || argument != ServeVerb)]));
        return command;
    }

    /// <summary>Whatever begins with a dash belongs to the host; a bare word in front is a verb that does not exist.</summary>
    private static async Task<int> ServeUnlessMistyped(ParseResult parsed, string[] arguments, Func<string[], Task<int>> serve)
    {
        if (arguments is [var first, ..] && first[0] is not ('-' or '/'))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(
                $"There is no verb '{first}'; there are {string.Join(", ", parsed.RootCommandResult.Command.Subcommands.Select(verb => verb.Name))}.");
            return 1;
        }

        return await serve(arguments);
    }
}
