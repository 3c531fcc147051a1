namespace Hypermax.Import;

/// <summary>A table that cannot become a study; the message names the column or row, the rule, and the remedy.</summary>
public sealed class ImportException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public ImportException(string message)
        : base(message)
    {
    }
}
