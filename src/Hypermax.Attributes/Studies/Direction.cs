namespace Hypermax;

/// <summary>Which values of an objective are better.</summary>
public enum Direction
{
    /// <summary>Smaller values are better; the default.</summary>
    Minimize,

    /// <summary>Larger values are better.</summary>
    Maximize,
}
