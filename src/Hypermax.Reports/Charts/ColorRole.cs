namespace Hypermax.Charts;

/// <summary>What a colour says; light and dark pages and pictures choose the shade.</summary>
internal enum ColorRole
{
    /// <summary>Ordinary marks.</summary>
    Primary,

    /// <summary>A second series beside the first.</summary>
    Secondary,

    /// <summary>A third series.</summary>
    Tertiary,

    /// <summary>The best: best so far, best trial, Pareto front.</summary>
    Best,

    /// <summary>A trend or model through the marks.</summary>
    Trend,

    /// <summary>What matters less: pruned, inactive, background.</summary>
    Muted,

    /// <summary>Failure.</summary>
    Failed,

    /// <summary>Still running.</summary>
    Running,

    /// <summary>What breaks a constraint; apart from the best, beside which it lies.</summary>
    Infeasible,
}
