namespace Hypermax.Import;

/// <summary>How a table writes decimals.</summary>
public enum DecimalMark
{
    /// <summary>Told from the table: commas are decimal marks unless they separate the columns.</summary>
    Auto,

    /// <summary>A point; commas group thousands.</summary>
    Point,

    /// <summary>A comma; points group thousands.</summary>
    Comma,
}
