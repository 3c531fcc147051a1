namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>Who can see a type, its containing types included.</summary>
internal enum Access
{
    /// <summary>Only code inside a containing type.</summary>
    Private,

    /// <summary>Code of the assembly.</summary>
    Internal,

    /// <summary>Everyone.</summary>
    Public,
}
