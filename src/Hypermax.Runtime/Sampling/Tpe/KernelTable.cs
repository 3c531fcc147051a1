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

    /// <summary>Terms this far below the largest add less than 1e-11 of it each.</summary>
    private const float Negligible = 25;

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

    /// <summary>Adds the kernels to sums at the points of a query.</summary>
    /// <param name="query">The points.</param>
    /// <param name="totals">A sum for each point; kernels that could not change its digits are left out.</param>
    public void Evaluate(KernelQuery query, Span<LogSum> totals)
    {
        Span<Vector256<float>> logs = stackalloc Vector256<float>[BlocksPerChunk * KernelQuery.Points];
        int blocks = (SlotCount + Lanes - 1) / Lanes;
        for (int start = 0; start < blocks; start += BlocksPerChunk)
        {
            int count = Math.Min(BlocksPerChunk, blocks - start);
            for (int i = 0; i < count; i++)
            {
                if (totals.Length == 1)
                {
                    logs[i] = BlockLogs(start + i, query);
                }
                else
                {
                    FourBlockLogs(start + i, query, ref logs[i]);
                }
            }

            for (int point = 0; point < totals.Length; point++)
            {
                totals[point] = SumExp(logs.Slice(point * BlocksPerChunk, count), totals[point]);
            }
        }
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
            Vector256<float> distance = Vector256.Create(query.Places[i * KernelQuery.Points]) - Vector256.LoadUnsafe(ref cells, cell);
            logs -= distance * distance * Vector256.LoadUnsafe(ref cells, cell + Lanes);
        }

        for (int i = 0; i < query.ChoiceCount; i++)
        {
            nuint cell = (nuint)(query.Choices[i] * 2 * Lanes);
            logs += ChoiceLogs(Vector256.LoadUnsafe(ref cells, cell), query, i, 0) * Vector256.LoadUnsafe(ref cells, cell + Lanes);
        }

        return logs;
    }

    // As BlockLogs, for four points: each number of the table is loaded once. The results stand BlocksPerChunk apart.
    private void FourBlockLogs(int block, KernelQuery query, ref Vector256<float> logs)
    {
        Vector256<float> log0 = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_constants), (nuint)(block * Lanes));
        ref float norms = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_norms), block * _dimensions * Lanes);
        for (int i = 0; i < query.NormCount; i++)
        {
            log0 += Vector256.LoadUnsafe(ref norms, (nuint)(query.Norms[i] * Lanes));
        }

        Vector256<float> log1 = log0;
        Vector256<float> log2 = log0;
        Vector256<float> log3 = log0;
        ref float cells = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_cells), block * _dimensions * 2 * Lanes);
        ref float places = ref MemoryMarshal.GetArrayDataReference(query.Places);
        int[] numeric = query.Numeric;
        for (int i = 0; i < query.NumericCount; i++)
        {
            nuint cell = (nuint)(numeric[i] * 2 * Lanes);
            Vector256<float> centre = Vector256.LoadUnsafe(ref cells, cell);
            Vector256<float> precision = Vector256.LoadUnsafe(ref cells, cell + Lanes);
            ref float place = ref Unsafe.Add(ref places, i * KernelQuery.Points);
            Vector256<float> distance0 = Vector256.Create(place) - centre;
            Vector256<float> distance1 = Vector256.Create(Unsafe.Add(ref place, 1)) - centre;
            Vector256<float> distance2 = Vector256.Create(Unsafe.Add(ref place, 2)) - centre;
            Vector256<float> distance3 = Vector256.Create(Unsafe.Add(ref place, 3)) - centre;
            log0 -= distance0 * distance0 * precision;
            log1 -= distance1 * distance1 * precision;
            log2 -= distance2 * distance2 * precision;
            log3 -= distance3 * distance3 * precision;
        }

        for (int i = 0; i < query.ChoiceCount; i++)
        {
            nuint cell = (nuint)(query.Choices[i] * 2 * Lanes);
            Vector256<float> choice = Vector256.LoadUnsafe(ref cells, cell);
            Vector256<float> has = Vector256.LoadUnsafe(ref cells, cell + Lanes);
            log0 += ChoiceLogs(choice, query, i, 0) * has;
            log1 += ChoiceLogs(choice, query, i, 1) * has;
            log2 += ChoiceLogs(choice, query, i, 2) * has;
            log3 += ChoiceLogs(choice, query, i, 3) * has;
        }

        logs = log0;
        Unsafe.Add(ref logs, BlocksPerChunk) = log1;
        Unsafe.Add(ref logs, 2 * BlocksPerChunk) = log2;
        Unsafe.Add(ref logs, 3 * BlocksPerChunk) = log3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ChoiceLogs(Vector256<float> choice, KernelQuery query, int index, int point)
    {
        int i = (index * KernelQuery.Points) + point;
        Vector256<float> same = Vector256.Equals(choice, Vector256.Create(query.Chosen[i]));
        return Vector256.ConditionalSelect(same, Vector256.Create(query.Match[i]), Vector256.Create(query.Mismatch[i]));
    }

    private static LogSum SumExp(ReadOnlySpan<Vector256<float>> logs, LogSum total)
    {
        Vector256<float> largest = Vector256.Create(Never);
        foreach (Vector256<float> log in logs)
        {
            largest = Vector256.Max(largest, log);
        }

        float top = Largest(largest);
        if (top < Never / 2 || top < total.Largest - Negligible)
        {
            return total;
        }

        Vector256<float> least = Vector256.Create((float)(Math.Max(top, total.Largest) - Negligible));
        Vector256<float> shift = Vector256.Create(top);
        Vector256<float> sums = Vector256<float>.Zero;
        foreach (Vector256<float> log in logs)
        {
            if (Vector256.GreaterThanAny(log, least))
            {
                sums += VectorExp.Exp(log - shift);
            }
        }

        double sum = 0;
        for (int lane = 0; lane < Lanes; lane++)
        {
            sum += sums.GetElement(lane);
        }

        return total.Add(top, sum);
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

    private int CellOf(int slot, int dimension) => ((((slot / Lanes) * _dimensions) + dimension) * 2 * Lanes) + (slot % Lanes);

    private int NormOf(int slot, int dimension) => ((((slot / Lanes) * _dimensions) + dimension) * Lanes) + (slot % Lanes);
}
