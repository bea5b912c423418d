namespace NetCdsHooks.Clinical.Picture;

/// <summary>How far the reported grade is from the computed one.</summary>
public enum Discordance
{
    None,
    Minor,

    /// <summary>NET against NEC, or G1 against G3.</summary>
    Major,
}
