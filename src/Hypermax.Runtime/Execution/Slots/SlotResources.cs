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
    /// <summary>Gets the GPUs, by the numbers or ids that the vendor's tool shows. By default none are handed out.</summary>
    /// <remarks>A slot's GPU is in <c>HYPERMAX_GPU</c>, <c>CUDA_VISIBLE_DEVICES</c> and <c>HIP_VISIBLE_DEVICES</c>.</remarks>
    public IReadOnlyList<string> Gpus { get; init; } = [];

    /// <summary>Gets how many cores a slot has. By default 0: none are handed out.</summary>
    /// <remarks>
    /// A slot's cores are in <c>HYPERMAX_CPUS</c> as <c>taskset -c</c> and <c>numactl -C</c> take them, such as <c>4-7</c>; their number
    /// is in <c>OMP_NUM_THREADS</c>, <c>OPENBLAS_NUM_THREADS</c> and <c>MKL_NUM_THREADS</c>, so that numeric libraries do not start a
    /// thread a core for every slot.
    /// </remarks>
    public int Cores { get; init; }

    /// <summary>Gets how many cores the machine has. By default all that this process may use.</summary>
    public int MachineCores { get; init; } = Environment.ProcessorCount;

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
            int first = slot % groups * count;
            string threads = count.ToString(CultureInfo.InvariantCulture);
            variables["HYPERMAX_CPUS"] = count == 1
                ? first.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{first}-{first + count - 1}");
            variables["OMP_NUM_THREADS"] = threads;
            variables["OPENBLAS_NUM_THREADS"] = threads;
            variables["MKL_NUM_THREADS"] = threads;
        }

        return variables;
    }
}
