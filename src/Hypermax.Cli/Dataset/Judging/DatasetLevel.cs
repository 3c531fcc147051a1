namespace Hypermax.Dataset.Judging;

/// <summary>Whether a remark on a data set is in its favour.</summary>
internal enum DatasetLevel
{
    /// <summary>As the protocol wants it.</summary>
    Good,

    /// <summary>Worth knowing; the data set is of use all the same.</summary>
    Note,

    /// <summary>Spoils the data set.</summary>
    Problem,
}
