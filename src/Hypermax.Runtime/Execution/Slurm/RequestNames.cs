namespace Hypermax.Execution.Slurm;

/// <summary>What people call the parts of a request, so that they are told in their own words what is wrong with them.</summary>
internal sealed record RequestNames(string Cpus, string Memory, string Gpus, string Time)
{
    /// <summary>Gets the options of the command line.</summary>
    public static RequestNames Options { get; } = new("--cpus", "--memory", "--gpus", "--time");

    /// <summary>Gets what names the partition.</summary>
    public string Partition { get; init; } = "--partition";

    /// <summary>Gets what names the account.</summary>
    public string Account { get; init; } = "--sbatch=--account=NAME";

    /// <summary>Gets how any other option of <c>sbatch</c> is given.</summary>
    public Func<string, string> Other { get; init; } = option => $"--sbatch={option}";
}
