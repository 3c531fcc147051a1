using Hypermax.Execution.Usages;

namespace Hypermax.Studies.Watching;

/// <summary>A store by which processes on other machines are told what running trials use; the others have the folder of the study for that.</summary>
internal interface IUsageStore
{
    /// <summary>Gets where it is told.</summary>
    IUsageBoard Usages { get; }
}
