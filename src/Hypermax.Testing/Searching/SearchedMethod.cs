using System.Collections.Concurrent;
using System.Reflection;

namespace Hypermax.Testing.Searching;

/// <summary>The method, mostly a lambda of a test, that a search by a call evaluates.</summary>
internal sealed class SearchedMethod
{
    // What was searched in this process, by folder.
    private static readonly ConcurrentDictionary<string, SearchedMethod> Known = new(StringComparer.OrdinalIgnoreCase);

    private SearchedMethod(MethodInfo method)
    {
        Assembly = method.Module.Assembly;
        Id = $"{method.DeclaringType?.FullName}.{method.Name}";
        Shown = Show(method);
    }

    /// <summary>Gets the assembly of the method, which is that of the tests.</summary>
    public Assembly Assembly { get; }

    /// <summary>Gets what tells it from other methods of the assembly, and is the same while the code is.</summary>
    public string Id { get; }

    /// <summary>Gets what people call it: class and method, and of a lambda those that it stands in.</summary>
    public string Shown { get; }

    /// <summary>Reads a method.</summary>
    public static SearchedMethod Of(MethodInfo method) => new(method);

    /// <summary>Takes a folder for a search of this method.</summary>
    /// <param name="study">The name of the study.</param>
    /// <param name="folder">Its folder.</param>
    /// <returns>Whether the method was searched there before, in this process.</returns>
    /// <exception cref="HypermaxAssertException">Another method was.</exception>
    public bool Take(string study, string folder)
    {
        SearchedMethod owner = Known.GetOrAdd(Path.GetFullPath(folder), this);
        return owner.Id == Id
            ? !ReferenceEquals(owner, this)
            : throw new HypermaxAssertException($"Two searches are called '{study}': that of '{owner.Shown}' and that of '{Shown}'; they would go on with "
                + $"each other's trials, as both are kept in '{folder}'. Give each a name of its own: new TestSearchOptions {{ Name = \"…\" }}.");
    }

    // Lambdas are methods such as <Test>b__0 of nested classes such as <>c.
    private static string Show(MethodInfo method)
    {
        Type? owner = method.DeclaringType;
        while (owner is { DeclaringType: { } outer } && owner.Name.StartsWith('<'))
        {
            owner = outer;
        }

        string name = method.Name.StartsWith('<') && method.Name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? method.Name[1..end] : method.Name;
        return owner is null ? name : $"{owner.Name}.{name}";
    }
}
