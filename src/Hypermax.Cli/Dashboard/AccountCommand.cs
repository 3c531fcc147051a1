using System.CommandLine;
using System.Text;
using Hypermax.Dashboard.Access;
using Hypermax.Reports;
using Hypermax.Usage;

namespace Hypermax.Dashboard;

/// <summary>The verb <c>hypermax dashboard account</c>: writes an account into the file of accounts; its password is asked for, or read.</summary>
internal static class AccountCommand
{
    public static Command Create()
    {
        Argument<FileInfo> file = new("file") { Description = "The file of accounts; made when it is not there." };
        Argument<string> name = new("name") { Description = "The name to sign in with." };
        Option<string> role = new("--role") { Description = "read (may look) or steer (may steer searches as well).", DefaultValueFactory = _ => "steer" };
        role.Among("read", "steer");
        Command command = new("account", "Adds or replaces an account; asks for the password, or reads it from standard input.") { file, name, role };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file).FullName, parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), AskPassword, Console.Out, Console.Error));
        return command;
    }

    internal static int Run(string file, string name, string role, Func<string> password, TextWriter output, TextWriter errors) => Folders.Try(errors, () =>
    {
        AccountFile.Write(file, name, role == "steer" ? Role.Steer : Role.Read, password());
        output.WriteLine($"'{name}' may {role}; the password stands in {file} as a hash.");
        return ExitCodes.Done;
    });

    // Never an argument: other people of the machine see those.
    private static string AskPassword()
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? string.Empty;
        }

        Console.Error.Write("Password: ");
        StringBuilder text = new();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(0, text.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                text.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return text.ToString();
    }
}
