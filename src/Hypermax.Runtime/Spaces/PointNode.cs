namespace Hypermax.Spaces;

/// <summary>A segment of the paths of a space: a value, a group of further segments, or both.</summary>
internal sealed class PointNode
{
    /// <summary>Gets or sets the parameter whose path ends here, or null.</summary>
    public Parameter? Parameter { get; set; }

    /// <summary>Gets or sets its value in vector form.</summary>
    public double Value { get; set; } = double.NaN;

    /// <summary>Gets the segments below, in the order of the space; groups have few members, so scans are cheap.</summary>
    public List<(string Name, PointNode Node)> Children { get; } = [];

    /// <summary>Gets whether a parameter ends here and exists at the point.</summary>
    public bool IsActive => Parameter is not null && !double.IsNaN(Value);

    /// <summary>Gets whether anything here or below exists at the point.</summary>
    public bool HasActive => IsActive || Children.Exists(child => child.Node.HasActive);

    /// <summary>Gets the segment below of a name, or null.</summary>
    /// <param name="name">The segment.</param>
    public PointNode? Find(string name) => Children.Find(child => child.Name == name).Node;

    /// <summary>Gets the segment below of a name, made when missing.</summary>
    /// <param name="name">The segment.</param>
    public PointNode Child(string name)
    {
        if (Find(name) is { } found)
        {
            return found;
        }

        PointNode node = new();
        Children.Add((name, node));
        return node;
    }
}
