namespace NetCdsHooks.Clinical.Logic;

/// <summary>Why a fact has no value.</summary>
public enum UnknownReason
{
    /// <summary>The record was asked and holds nothing about it.</summary>
    NotRecorded,

    /// <summary>The record could not be asked, or not to the end.</summary>
    NotRetrieved,

    /// <summary>The record holds statements that exclude each other.</summary>
    Conflicting,

    /// <summary>A resource that could carry the fact could not be read.</summary>
    Unreadable,

    /// <summary>It was recorded, with a value that means nothing (Ki-67 of 150 %, a size in inches).</summary>
    Unusable,
}
