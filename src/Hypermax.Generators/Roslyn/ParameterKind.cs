namespace Hypermax.Generators.Roslyn;

/// <summary>What a search can make of the type of a parameter.</summary>
internal enum ParameterKind
{
    Integer,
    Floating,
    Duration,
    Boolean,
    Text,
    Character,
    Enumeration,

    /// <summary>An <c>object</c> that holds values of several plain types.</summary>
    Mixed,

    /// <summary>A search space of its own, nested under the parameter.</summary>
    Space,

    /// <summary>A type with a static Parse, drawn from strings.</summary>
    Parsable,

    /// <summary>A type that a converter makes.</summary>
    Converted,
    Dictionary,

    /// <summary>A record or class that could be a search space but does not say so.</summary>
    Undeclared,
    Unsupported,

    /// <summary>A type that the compiler itself does not know; nothing more is to be said about it.</summary>
    Unknown,
}
