namespace Hypermax.Settings;

/// <summary>A figure of trials that is made small or large, as settings name it.</summary>
/// <param name="Name">What trials call it.</param>
/// <param name="IsMaximised">Whether large values are better.</param>
internal sealed record GoalText(string Name, bool IsMaximised)
{
    public override string ToString() => $"{Name}:{(IsMaximised ? "maximize" : "minimize")}";
}
