using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>A type as code names it and opens it again.</summary>
/// <param name="FullName">The name with <c>global::</c> and type arguments.</param>
/// <param name="Name">The plain name.</param>
/// <param name="Namespace">The namespace, empty for the global one.</param>
/// <param name="Containers">The headers of the containing types, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="Declaration">The header of the type itself, such as <c>partial record struct Pair&lt;T&gt;</c>.</param>
/// <param name="HintName">A name for generated files, unique among all types also where case does not count.</param>
/// <param name="Access">Who can see the type.</param>
/// <param name="IsReferenceType">Whether values can be null.</param>
/// <param name="IsForbidden">Whether using the type is an error, because it is obsolete.</param>
/// <param name="HidesInherited">Whether a base type has generated members of the same names.</param>
/// <param name="HidesPrivate">Whether it sees also the private ones of that base type, being nested in it.</param>
internal sealed record TypeModel(
    string FullName,
    string Name,
    string Namespace,
    EquatableArray<string> Containers,
    string Declaration,
    string HintName,
    Access Access,
    bool IsReferenceType,
    bool IsForbidden,
    bool HidesInherited,
    bool HidesPrivate);
