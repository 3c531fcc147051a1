using System.Globalization;

namespace Hypermax.Tests;

/// <summary>Runs code under another culture.</summary>
internal static class Cultures
{
    public static T Under<T>(string culture, Func<T> run)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
