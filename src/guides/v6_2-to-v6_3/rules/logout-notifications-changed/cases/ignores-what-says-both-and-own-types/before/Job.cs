using Duende.IdentityServer.Models;

namespace Login
{
    public class Job
    {
        public object Make()
        {
            var context = new LogoutNotificationContext { Issuer = "https://me" };
            context.LogoutReason = LogoutNotificationReason.UserLogout;
            // new LogoutNotificationContext { }
            return context;
        }
    }
}

namespace Mine
{
    public class LogoutNotificationContext { public string? SubjectId { get; set; } }

    public class Maker
    {
        public object Make() => new LogoutNotificationContext { SubjectId = "1" };
    }
}
