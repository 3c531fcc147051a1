using Hypermax.Execution.Limits;

namespace Hypermax.Hosting;

/// <summary>How a hosted search runs: what the section <c>Hypermax:Searches:NAME</c> says, then what code changes.</summary>
public sealed class HostedSearchOptions
{
    /// <summary>Gets or sets whether the search runs; false leaves its study as it is. By default true. Key <c>Enabled</c>.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Gets or sets whether the application ends when the search has, as a program that does nothing else wants. By default false.</summary>
    public bool StopHost { get; set; }

    /// <summary>Gets or sets the folder of the study.</summary>
    /// <value>A relative path counts from the content root of the host; by default null: a folder with the name of the search in that of all searches.</value>
    public string? Folder { get; set; }

    /// <summary>Gets or sets how the study is searched; its name and folder are the search's.</summary>
    public StudyOptions Study { get; set; } = new();

    /// <summary>Gets or sets what a trial may use. In the process of the application that is time alone.</summary>
    public TrialLimits Limits { get; set; } = TrialLimits.None;

    /// <summary>Gets what is wrong with the section.</summary>
    internal List<string> Wrong { get; } = [];
}
