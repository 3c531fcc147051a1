namespace Hypermax.Import;

/// <summary>How a table writes decimals.</summary>
public enum DecimalMark
{
    /// <summary>Told from each number: the last of both marks is the decimal one, and several commas group thousands.</summary>
    Auto,

    /// <summary>A point; commas group thousands.</summary>
    Point,

    /// <summary>A comma; points group thousands.</summary>
    Comma,
}
