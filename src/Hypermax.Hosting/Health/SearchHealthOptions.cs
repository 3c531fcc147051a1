namespace Hypermax.Hosting;

/// <summary>When a search is no longer healthy.</summary>
public sealed class SearchHealthOptions
{
    /// <summary>Gets or sets the part of the last twenty trials that may fail before the search is degraded.</summary>
    /// <value>From 0 to 1; the default is 0.5. Looked at from the fifth trial on.</value>
    public double MostFailed { get; set; } = 0.5;

    /// <summary>Gets or sets how long a running search may finish no trial before it is degraded. By default null: for ever.</summary>
    public TimeSpan? Silence { get; set; }
}
