namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>The ways an entry of a vector becomes a value.</summary>
internal enum ConversionKind
{
    /// <summary>The number itself, cast to a whole-number type or double.</summary>
    Number,

    /// <summary>The number, cast to a type that cannot hold every double.</summary>
    Single,

    /// <summary>The number as a decimal.</summary>
    Decimal,

    /// <summary>A time span of so many units.</summary>
    TimeSpan,

    /// <summary>The choice with the entry as index, written out in code.</summary>
    Choice,

    /// <summary>The choice with the entry as index, from a table made once.</summary>
    Table,

    /// <summary>The number, given to the user's converter.</summary>
    ConvertNumber,
}
