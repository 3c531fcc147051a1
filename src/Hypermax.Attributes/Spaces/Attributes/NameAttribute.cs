namespace Hypermax;

/// <summary>Gives a parameter another name in files, reports and protocols than its property has in C#.</summary>
/// <remarks>For names that C# does not allow, such as <c>"layer-0"</c>; the name must not be empty or contain a dot.</remarks>
/// <param name="name">The name; it takes the place of the property's name in the path of the parameter.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class NameAttribute(string name) : Attribute
{
    /// <summary>Gets the name.</summary>
    public string Name { get; } = name;
}
