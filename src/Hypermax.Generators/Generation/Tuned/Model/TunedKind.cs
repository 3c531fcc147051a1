namespace Hypermax.Generators.Generation.Tuned.Model;

/// <summary>What a value of a tuned file is.</summary>
internal enum TunedKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Null.</summary>
    Nothing,
}
