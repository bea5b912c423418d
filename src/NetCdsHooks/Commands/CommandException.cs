namespace NetCdsHooks.Commands;

/// <summary>Something that the user of the command line can put right; the message says what.</summary>
internal sealed class CommandException(string message) : Exception(message);
