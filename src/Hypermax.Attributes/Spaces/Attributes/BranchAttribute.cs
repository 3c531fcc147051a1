using System.Diagnostics;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Says more about one branch of a closed hierarchy; optional.</summary>
[Conditional(MetadataSymbol.Name)]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BranchAttribute : Attribute
{
    /// <summary>Gets or sets how likely the branch is, relative to its siblings (Hyperopt's <c>pchoice</c>).</summary>
    /// <value>0 or above; the weights of all siblings have a positive sum. By default 1.</value>
    public double Weight { get; set; } = 1;

    /// <summary>Gets or sets whether this is the branch to begin with and to use while nothing has been tuned.</summary>
    /// <value>True for at most one branch of a hierarchy. By default the first declared branch is it.</value>
    public bool IsDefault { get; set; }
}
