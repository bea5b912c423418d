namespace NetCdsHooks.Tests.Oracle.Judging;

/// <summary>A value that the record tells, or does not tell, or could not be asked for.</summary>
internal readonly record struct Told<T>
    where T : notnull
{
    private readonly T? _value;

    private Told(T? value, bool isTold, bool isAsked) => (_value, IsTold, IsAsked) = (value, isTold, isAsked);

    internal static Told<T> NotTold { get; } = new(default, false, true);

    internal static Told<T> NotAsked { get; } = new(default, false, false);

    internal bool IsTold { get; }

    internal bool IsAsked { get; }

    internal T Value => IsTold ? _value! : throw new InvalidOperationException("Nothing is told.");

    /// <summary>Whether there is a value at all.</summary>
    internal Verdict Stands => IsTold ? Verdict.Yes : IsAsked ? Verdict.No : Verdict.NotAsked;

    internal static Told<T> Of(T value) => new(value, true, true);

    internal static Told<T> Nothing(bool hasGap) => hasGap ? NotAsked : NotTold;

    internal Verdict Is(Func<T, bool> question) =>
        IsTold ? Verdicts.Of(question(_value!)) : IsAsked ? Verdict.NotTold : Verdict.NotAsked;

    internal Verdict Is(Func<T, Verdict> question) =>
        IsTold ? question(_value!) : IsAsked ? Verdict.NotTold : Verdict.NotAsked;
}
