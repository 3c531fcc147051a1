using System.Reflection;

namespace Hypermax.Testing.Objectives;

/// <summary>Finds the space that the generator wrote for a type.</summary>
/// <remarks>By name, for a type implements <see cref="ISearchSpace{TSelf}"/> only where its project shares its spaces (docs/decisions/0104).</remarks>
internal static class SpaceOf
{
    /// <summary>Gets the space of a type that only reflection knows, or null when it has none.</summary>
    public static ISpaceValues? Type(Type type)
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        Type wanted = typeof(SearchSpace<>).MakeGenericType(type.IsByRef || type.IsPointer ? typeof(object) : type);
        return type.GetProperty("SearchSpace", Any, binder: null, wanted, [], modifiers: null) is { } property
            ? (ISpaceValues)Activator.CreateInstance(typeof(SpaceValues<>).MakeGenericType(type), property.GetValue(null))!
            : null;
    }

    /// <summary>Gets the space of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="HypermaxAssertException">It has none.</exception>
    public static SearchSpace<T> Require<T>() => (SearchSpace<T>?)Type(typeof(T))?.Space
        ?? throw new HypermaxAssertException($"'{typeof(T).Name}' is no search space. Put [SearchSpace] on it and make it partial.");
}
