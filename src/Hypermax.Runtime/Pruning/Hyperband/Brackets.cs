namespace Hypermax.Pruning;

/// <summary>The brackets of Hyperband and how many trials each gets: with B of them, bracket b leaves out the b lowest rungs and has the weight
/// ⌈B·η^s/(s + 1)⌉ for s = B − 1 − b.</summary>
internal sealed class Brackets
{
    private readonly long[] _weights;
    private readonly long _total;

    /// <summary>Lays out the brackets.</summary>
    /// <param name="least">The lowest rung.</param>
    /// <param name="most">The step of complete trials.</param>
    /// <param name="reduction">The factor between two rungs, η.</param>
    public Brackets(long least, long most, int reduction)
    {
        // Whole powers: the logarithm of 243 by that of 3 is a little below 5.
        int count = 1;
        for (double rung = (double)least * reduction; rung <= most; rung *= reduction)
        {
            count++;
        }

        _weights = new long[count];
        for (int b = 0; b < count; b++)
        {
            int s = count - 1 - b;
            _weights[b] = (long)Math.Ceiling(count * Math.Pow(reduction, s) / (s + 1));
            _total += _weights[b];
        }
    }

    /// <summary>Gets the weights of the brackets.</summary>
    public IReadOnlyList<long> Weights => _weights;

    /// <summary>Gets the bracket of a trial: the same for the same study and number.</summary>
    public int Of(PrunerContext context, int trial)
    {
        long place = (long)(context.StreamOf(trial, "hyperband/bracket").NextDouble() * _total);
        for (int b = 0; b < _weights.Length - 1; b++)
        {
            place -= _weights[b];
            if (place < 0)
            {
                return b;
            }
        }

        return _weights.Length - 1;
    }
}
