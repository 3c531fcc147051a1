using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hypermax.Numerics;

namespace Hypermax.Sampling.Tpe;

/// <summary>Product kernels side by side, eight to a block, and their weighted sum at a point.</summary>
/// <remarks>
/// <para>A block holds, parameter by parameter, eight centres and eight precisions (1/2σ²), so that evaluating a point
/// streams through memory once. Precision 0 means the kernel does not have the parameter: density 1.</para>
/// <para>Eight lanes on every machine and no fused operations: the same bits everywhere (decision 0020).</para>
/// </remarks>
internal sealed class KernelTable
{
    public const float Never = -1e30f;

    private const int Lanes = 8;
    private const int BlocksPerChunk = 32;

    private readonly int _dimensions;
    private float[] _cells = [];
    private float[] _norms = [];
    private float[] _constants = [];

    public KernelTable(int dimensions) => _dimensions = dimensions;

    public int SlotCount { get; private set; }

    /// <summary>Makes room for a number of slots; new ones count for nothing until they are set.</summary>
    public void Resize(int slots)
    {
        int blocks = (slots + Lanes - 1) / Lanes;
        if (blocks * Lanes > _constants.Length)
        {
            int room = Math.Max(blocks, Math.Max(4, _constants.Length / Lanes * 2));
            int before = _constants.Length;
            Array.Resize(ref _cells, room * _dimensions * 2 * Lanes);
            Array.Resize(ref _norms, room * _dimensions * Lanes);
            Array.Resize(ref _constants, room * Lanes);
            _constants.AsSpan(before).Fill(Never);
        }

        SlotCount = slots;
    }

    public void Set(int slot, int dimension, float centre, float precision, float norm)
    {
        int cell = CellOf(slot, dimension);
        _cells[cell] = centre;
        _cells[cell + Lanes] = precision;
        _norms[NormOf(slot, dimension)] = norm;
    }

    public float Centre(int slot, int dimension) => _cells[CellOf(slot, dimension)];

    public float Precision(int slot, int dimension) => _cells[CellOf(slot, dimension) + Lanes];

    public float Norm(int slot, int dimension) => _norms[NormOf(slot, dimension)];

    public void SetConstant(int slot, float value) => _constants[slot] = value;

    public float Constant(int slot) => _constants[slot];

    /// <summary>Sums the kernels at a point.</summary>
    public LogSum Evaluate(KernelQuery query)
    {
        Span<Vector256<float>> logs = stackalloc Vector256<float>[BlocksPerChunk];
        int blocks = (SlotCount + Lanes - 1) / Lanes;
        LogSum total = LogSum.Empty;
        for (int start = 0; start < blocks; start += BlocksPerChunk)
        {
            Span<Vector256<float>> chunk = logs[..Math.Min(BlocksPerChunk, blocks - start)];
            Vector256<float> largest = Vector256.Create(Never);
            for (int i = 0; i < chunk.Length; i++)
            {
                chunk[i] = BlockLogs(start + i, query);
                largest = Vector256.Max(largest, chunk[i]);
            }

            float top = Largest(largest);
            if (top > Never / 2)
            {
                total = total.Add(top, SumExp(chunk, top));
            }
        }

        return total;
    }

    /// <summary>Gets the log density of one kernel over some numeric parameters and choices, without its constant.</summary>
    public double LogKernel(int slot, KernelQuery query)
    {
        Vector256<float> logs = BlockLogs(slot / Lanes, query);
        return logs.GetElement(slot % Lanes) - _constants[slot];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> BlockLogs(int block, KernelQuery query)
    {
        Vector256<float> logs = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_constants), (nuint)(block * Lanes));
        ref float norms = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_norms), block * _dimensions * Lanes);
        for (int i = 0; i < query.NormCount; i++)
        {
            logs += Vector256.LoadUnsafe(ref norms, (nuint)(query.Norms[i] * Lanes));
        }

        ref float cells = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_cells), block * _dimensions * 2 * Lanes);
        for (int i = 0; i < query.NumericCount; i++)
        {
            nuint cell = (nuint)(query.Numeric[i] * 2 * Lanes);
            Vector256<float> distance = Vector256.Create(query.Places[i]) - Vector256.LoadUnsafe(ref cells, cell);
            logs -= distance * distance * Vector256.LoadUnsafe(ref cells, cell + Lanes);
        }

        for (int i = 0; i < query.ChoiceCount; i++)
        {
            nuint cell = (nuint)(query.Choices[i] * 2 * Lanes);
            Vector256<float> same = Vector256.Equals(Vector256.LoadUnsafe(ref cells, cell), Vector256.Create(query.Chosen[i]));
            logs += Vector256.ConditionalSelect(same, Vector256.Create(query.Match[i]), Vector256.Create(query.Mismatch[i]))
                * Vector256.LoadUnsafe(ref cells, cell + Lanes);
        }

        return logs;
    }

    private static float Largest(Vector256<float> values)
    {
        float largest = values.GetElement(0);
        for (int lane = 1; lane < Lanes; lane++)
        {
            largest = Math.Max(largest, values.GetElement(lane));
        }

        return largest;
    }

    private static double SumExp(ReadOnlySpan<Vector256<float>> logs, float top)
    {
        Vector256<float> shift = Vector256.Create(top);
        Vector256<float> sums = Vector256<float>.Zero;
        foreach (Vector256<float> log in logs)
        {
            sums += VectorExp.Exp(log - shift);
        }

        double sum = 0;
        for (int lane = 0; lane < Lanes; lane++)
        {
            sum += sums.GetElement(lane);
        }

        return sum;
    }

    private int CellOf(int slot, int dimension) => ((((slot / Lanes) * _dimensions) + dimension) * 2 * Lanes) + (slot % Lanes);

    private int NormOf(int slot, int dimension) => ((((slot / Lanes) * _dimensions) + dimension) * Lanes) + (slot % Lanes);
}
