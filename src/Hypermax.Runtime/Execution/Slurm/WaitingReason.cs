namespace Hypermax.Execution.Slurm;

/// <summary>Why tasks wait, in words, and whether they will ever begin if nobody does anything.</summary>
/// <param name="Text">What Slurm's word means.</param>
/// <param name="IsForEver">Whether waiting is in vain.</param>
internal sealed record WaitingReason(string Text, bool IsForEver)
{
    /// <summary>Tells whether Slurm put a job back because it lost sight of a run, and holds it until somebody does something.</summary>
    public static bool IsLaunchFailure(string reason) => reason.Contains("launch failed requeued held", StringComparison.OrdinalIgnoreCase);

    /// <summary>Explains Slurm's word.</summary>
    public static WaitingReason Of(string reason)
    {
        // '(ReqNodeNotAvail, UnavailableNodes:node[1-2])': what is behind the comma says which.
        string word = reason.Trim('(', ')').Split(',')[0].Trim();
        return word switch
        {
            "None" or "Prolog" => new("about to begin", false),
            "Resources" => new("the nodes are busy", false),
            "Priority" => new("others are before them", false),
            "JobArrayTaskLimit" => new("as many run at once as --array allows behind its %", false),
            "BeginTime" => new("they may not begin yet: they were put back a moment ago, or are to begin later", false),
            "Cleaning" => new("their last run is being cleaned up", false),
            "Dependency" => new("they depend on another job", false),
            "Licenses" or "Reservation" => new($"Slurm says '{word}'", false),
            "ReqNodeNotAvail" or "Nodes required for job are DOWN" => new($"nodes that they need are down or reserved ({reason.Trim('(', ')')})", false),
            "PartitionConfig" => new("no node of the partition has what a task asks for. Cancel, and ask for fewer cores, or name another partition", true),
            "BadConstraints" => new("no node has what a task asks for. Cancel, and ask for less", true),
            "PartitionTimeLimit" => new("the partition allows less time. Cancel, and ask for less with --time", true),
            "PartitionNodeLimit" => new("the partition allows fewer nodes. Cancel, and name another", true),
            "PartitionDown" or "PartitionInactive" => new("the partition is closed. Wait for whoever runs the cluster, or name another", true),
            "DependencyNeverSatisfied" => new("a job that they depend on failed. Cancel, and submit again", true),
            "JobHeldUser" => new("they are held: 'scontrol release JOB' lets them begin", true),
            "JobHeldAdmin" => new("whoever runs the cluster holds them. Ask there", true),
            "AccountNotAllowed" or "InvalidAccount" or "InvalidQOS" or "QOSNotAllowed" =>
                new("your account may not run them there. Cancel, and name another", true),
            _ when IsLaunchFailure(word) =>
                new("Slurm lost sight of their last run and holds them: 'scontrol release JOB' runs them again, 'scontrol show node' tells of drained nodes",
                    true),
            _ when word.EndsWith("Limit", StringComparison.Ordinal) => new($"a limit of your account is reached ({word})", false),
            _ => new($"Slurm says '{reason}'", false),
        };
    }
}
