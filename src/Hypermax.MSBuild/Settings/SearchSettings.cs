namespace Hypermax.Build.Settings;

/// <summary>What the build properties say about a search; null where a property is not set and the attribute decides.</summary>
public sealed class SearchSettings
{
    /// <summary>Gets or sets the glob over names of studies (<c>HypertuneStudy</c>); by default all.</summary>
    public string Study { get; set; } = "*";

    /// <summary>Gets or sets how many trials the study has when it is finished (<c>HypertuneTrials</c>).</summary>
    public int? Trials { get; set; }

    /// <summary>Gets or sets the time after which the search ends (<c>HypertuneTimeout</c>).</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Gets or sets a value at which the search ends because it is good enough (<c>HypertuneTarget</c>).</summary>
    public double? Target { get; set; }

    /// <summary>Gets or sets after how many trials without a better value the search ends; 0 for never (<c>HypertunePatience</c>).</summary>
    public int? Patience { get; set; }

    /// <summary>Gets or sets whether the search ends when there is nothing but noise left to gain (<c>HypertuneStopAtNoise</c>).</summary>
    public bool? StopAtNoise { get; set; }

    /// <summary>Gets or sets the seed (<c>HypertuneSeed</c>).</summary>
    public long? Seed { get; set; }

    /// <summary>Gets or sets the method of search (<c>HypertuneMethod</c>).</summary>
    public string? Method { get; set; }

    /// <summary>Gets or sets how many trials run at once (<c>HypertuneWorkers</c>).</summary>
    public int? Workers { get; set; }

    /// <summary>Gets or sets whether proposals use outcomes as they come, so that the search does not repeat (<c>HypertuneOrder</c>).</summary>
    public bool? IsArrivalOrder { get; set; }

    /// <summary>Gets or sets the lag of a repeatable search (<c>HypertuneLag</c>).</summary>
    public int? Lag { get; set; }

    /// <summary>Gets or sets the study folder or table whose trials a new study begins with (<c>HypertuneWarmStart</c>).</summary>
    public string? WarmStart { get; set; }

    /// <summary>Gets or sets the file that says what people want of the proposals (<c>HypertuneGuidance</c>).</summary>
    public string? Guidance { get; set; }

    /// <summary>Gets or sets what trials may use, how often they run and what comes out of them.</summary>
    public TrialSettings Trial { get; set; } = new();

    /// <summary>Gets or sets what makes the build fail after a search (<c>HypertuneFailOn</c>).</summary>
    public IReadOnlyList<FailOnRule> FailOn { get; set; } = [];

    /// <summary>Gets or sets what happens when the space is not the one of earlier trials (<c>HypertuneSpaceChange</c>).</summary>
    public SpaceChange SpaceChange { get; set; }

    /// <summary>Gets or sets what happens when what decides the loss has changed since the last trials: warn, remeasure, fresh or fail (<c>HypertuneObjectiveChange</c>).</summary>
    public string? ObjectiveChange { get; set; }

    /// <summary>Gets or sets what happens when the method is not that of earlier trials: fail or accept (<c>HypertuneMethodChange</c>).</summary>
    public string? MethodChange { get; set; }

    /// <summary>Gets or sets whether earlier trials are set aside (<c>HypertuneForce</c>).</summary>
    public bool Force { get; set; }

    /// <summary>Gets or sets the number of the one trial to repeat (<c>HypertuneRepeat</c>).</summary>
    public int? Repeat { get; set; }
}
