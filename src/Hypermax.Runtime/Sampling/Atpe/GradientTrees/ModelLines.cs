namespace Hypermax.Sampling.Atpe.GradientTrees;

/// <summary>The lines of a model file, with their numbers for what is said of a fault.</summary>
internal sealed class ModelLines(TextReader reader, string file)
{
    /// <summary>Gets the line that was read last, without its end; empty behind the last line.</summary>
    public string Current { get; private set; } = string.Empty;

    /// <summary>Gets the number of the line that was read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Gets whether the last line has been passed.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Goes on to the next line.</summary>
    public void Next()
    {
        string? line = reader.ReadLine();
        IsEnd = line is null;
        Current = line?.TrimEnd() ?? string.Empty;
        Number++;
    }

    /// <summary>Makes what is said of a fault at a line.</summary>
    /// <param name="line">The number of the line.</param>
    /// <param name="fault">What is wrong, as half a sentence or more, without the full stop.</param>
    public FormatException Fault(int line, string fault) =>
        new(
            FormattableString.Invariant($"'{file}', line {line}: {fault}. The file must be a LightGBM text model, as LightGBM's save_model writes it; ")
            + "get it again from where it came.");
}
