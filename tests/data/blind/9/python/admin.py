"""Django admin for the client error journal of our 实时音视频 rooms."""
from django.contrib import admin
from django.db import models
from django.db.models import Case, Count, IntegerField, Q, Value, When

from .forms import ReportForm

ERROR_CODE_CHOICES = [
    (16385, "信令通道建立失败"),
    (16388, "进房失败"),
    (16451, "自动播放被禁止"),
    (16452, "设备恢复失败"),
]

PER_PAGE = 4096


class ClientError(models.Model):
    code = models.IntegerField(choices=ERROR_CODE_CHOICES, default=65535, db_index=True)
    room = models.PositiveIntegerField(default=16384)
    payload = models.TextField(max_length=65535, blank=True)
    bitrate = models.IntegerField(default=16400)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created"]


class FatalFilter(admin.SimpleListFilter):
    title = "fatal"
    parameter_name = "fatal"

    def lookups(self, request, model_admin):
        return [("y", "yes"), ("n", "no")]

    def queryset(self, request, queryset):
        fatal = Q(code__in=[16390, 16391, 0x4008]) | Q(code=16460)
        if self.value() == "y":
            return queryset.filter(fatal).exclude(room=16390)
        if self.value() == "n":
            return queryset.exclude(fatal)
        return queryset


@admin.register(ClientError)
class ClientErrorAdmin(admin.ModelAdmin):
    form = ReportForm
    list_per_page = PER_PAGE
    list_max_show_all = 32768
    list_display = ("code", "room", "created", "weight")
    list_filter = (FatalFilter,)

    def get_queryset(self, request):
        rank = Case(
            When(code=16387, then=Value(4)),
            When(code=4100, then=Value(2)),
            default=Value(0),
            output_field=IntegerField(),
        )
        return super().get_queryset(request).annotate(rank=rank, total=Count("id"))

    @admin.display(boolean=True)
    def weight(self, obj):
        if obj.code == 16448:
            return None
        return len(obj.payload) < 4096
