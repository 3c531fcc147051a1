using System.Globalization;

namespace Hypermax.Execution.Slots;

/// <summary>Hands the machine's GPUs and processor cores out to slots, through environment variables that programs and libraries understand.</summary>
/// <remarks>
/// <para>Give <see cref="EnvironmentOf"/> to <see cref="WorkerProcess.WorkerOptions.SlotEnvironment"/> or
/// <see cref="Command.CommandOptions.SlotEnvironment"/>. Slots take GPUs and cores in turn; where there are fewer than slots, several share them.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed record SlotResources
{
    internal const string CoresVariable = "HYPERMAX_CPUS";

    private readonly IReadOnlyList<int> _cores = Usable();

    /// <summary>Gets the GPUs, by the numbers or ids that the vendor's tool shows. By default none are handed out.</summary>
    /// <remarks>A slot's GPU is in <c>HYPERMAX_GPU</c>, <c>CUDA_VISIBLE_DEVICES</c> and <c>HIP_VISIBLE_DEVICES</c>.</remarks>
    public IReadOnlyList<string> Gpus { get; init; } = [];

    /// <summary>Gets how many cores a slot has. By default 0: none are handed out.</summary>
    /// <remarks>
    /// A slot's cores are in <c>HYPERMAX_CPUS</c> as <c>taskset -c</c> and <c>numactl -C</c> take them, such as <c>4-7</c>. On Linux
    /// worker processes and commands are pinned to them with all they start; elsewhere, and on other machines, they are only told. Their number is in
    /// <c>OMP_NUM_THREADS</c>, <c>OPENBLAS_NUM_THREADS</c> and <c>MKL_NUM_THREADS</c>, so that numeric libraries do not start a thread a core for every slot.
    /// </remarks>
    public int Cores { get; init; }

    /// <summary>Gets how many cores the machine has, numbered from 0. By default those that this process may use, by the numbers they have.</summary>
    public int MachineCores
    {
        get => _cores.Count;
        init => _cores = [.. Enumerable.Range(0, value)];
    }

    /// <summary>Gets the environment variables of a slot.</summary>
    /// <param name="slot">The slot, from 0.</param>
    public IReadOnlyDictionary<string, string?> EnvironmentOf(int slot)
    {
        Dictionary<string, string?> variables = new(StringComparer.Ordinal);
        if (Gpus.Count > 0)
        {
            string gpu = Gpus[slot % Gpus.Count];
            variables["HYPERMAX_GPU"] = gpu;
            variables["CUDA_VISIBLE_DEVICES"] = gpu;
            variables["HIP_VISIBLE_DEVICES"] = gpu;
        }

        if (Cores > 0)
        {
            // Whole groups only: a slot whose cores began again at 0 would share with two others.
            int groups = Math.Max(1, MachineCores / Cores);
            int count = Math.Min(Cores, MachineCores);
            string threads = count.ToString(CultureInfo.InvariantCulture);
            variables[CoresVariable] = CoreAffinity.Format([.. _cores.Skip(slot % groups * count).Take(count)]);
            variables["OMP_NUM_THREADS"] = threads;
            variables["OPENBLAS_NUM_THREADS"] = threads;
            variables["MKL_NUM_THREADS"] = threads;
        }

        return variables;
    }

    // The system may allow certain cores only, and a quota fewer than these.
    private static IReadOnlyList<int> Usable()
    {
        IReadOnlyList<int> allowed = CoreAffinity.Allowed();
        return allowed.Count >= Environment.ProcessorCount
            ? [.. allowed.Take(Environment.ProcessorCount)]
            : [.. Enumerable.Range(0, Environment.ProcessorCount)];
    }
}
