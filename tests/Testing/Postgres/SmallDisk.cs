using System.Diagnostics;

namespace TransformingLives.Testing.Postgres;

/// <summary>A disk of 40 MB in memory that only the server of a test sees, made without rights of an administrator (user namespaces of Linux).</summary>
public static class SmallDisk
{
    /// <summary>Mounts it in <c>$DIR/small</c>, then runs <c>$SCRIPT</c> as whoever called: PostgreSQL refuses to run as root, also as one who is root in a namespace only.</summary>
    internal const string Mount = """
        export BEFORE_USER=$(id -u) BEFORE_GROUP=$(id -g)
        exec unshare --user --map-root-user --mount sh -c '
            mkdir "$DIR/small"
            mount -t tmpfs -o size=40m,mode=1777 tmpfs "$DIR/small"
            exec unshare --user --map-user=$BEFORE_USER --map-group=$BEFORE_GROUP sh -c "$SCRIPT"'
        """;

    /// <summary>Whether this machine lets ordinary users do so; some don't.</summary>
    public static bool IsPossible { get; } = Try();

    private static bool Try()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
