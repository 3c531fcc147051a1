using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>Reads attribute arguments of any kind.</summary>
internal static class TypedConstantExtensions
{
    /// <summary>Gets the value of an argument that is no array, else null; asking an array for its value throws,
    /// and in broken code any argument may be one.</summary>
    public static object? Plain(this TypedConstant constant) => constant.Kind == TypedConstantKind.Array ? null : constant.Value;
}
